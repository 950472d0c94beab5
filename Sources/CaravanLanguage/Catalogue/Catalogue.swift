/// Everything that the program says to planners, in both languages.
public enum Catalogue {}
