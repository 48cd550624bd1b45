import Text

extension JSONParser.Options {
    /// For files of articles and references: no fault passes but control characters in strings, which are often met.
    static let data = JSONParser.Options(depth: 64, values: 600_000, takesControls: true)
}

extension JSONParser.Failure {
    /// What is said of it to the reader.
    var problem: String { "byte \(offset): \(what)" }

    private var what: String {
        switch reason {
        case .unexpectedEnd: "it ends too early"
        case .unexpectedByte: "this is no JSON"
        case .tooDeep: "it is nested too deeply"
        case .tooMany: "it has too many values"
        case .badEscape: "an escape is unknown"
        case .badNumber: "a number is malformed"
        case .trailing: "something follows the value"
        }
    }
}
