import ArgumentParser

/// Several values of one option, separated by commas.
enum CommaList {
    static func words(_ text: String) -> [String] { text.split(separator: ",").map(String.init) }

    static func numbers(_ text: String) throws -> [Double] {
        try words(text).map { part in
            guard let number = Double(part), number.magnitude < 1e15 else {
                throw ValidationError("\(part) is no number")
            }
            return number
        }
    }
}
