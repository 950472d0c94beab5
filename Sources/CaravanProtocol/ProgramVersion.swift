/// The version of daemon and client, which the greeting, `STATUS` and `--version` tell.
public enum ProgramVersion {
    /// Semantic version.
    public static let current = "0.1.0"
}
