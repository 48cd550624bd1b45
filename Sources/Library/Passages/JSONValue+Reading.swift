import Text

extension JSONParser {
    /// What an import takes on. Throws ``JSONParser/Failure``.
    static func value(of bytes: ArraySlice<UInt8>) throws -> JSONValue {
        try value(bytes, options: Options(depth: 64, values: 10_000_000))
    }
}

extension JSONParser.Failure {
    /// Why, for a sentence.
    var words: String {
        switch reason {
        case .unexpectedEnd: "it ends too early"
        case .unexpectedByte, .badNumber: "it is no JSON"
        case .tooDeep: "it is nested too deeply"
        case .tooMany: "it holds too many values"
        case .badEscape: "a text holds an unknown escape"
        case .trailing: "there is something after its end"
        }
    }
}

extension JSONValue {
    var string: String? { if case .string(let text) = self { text } else { nil } }

    var integer: Int? { if case .number(let number) = self { number } else { nil } }

    var isTrue: Bool { if case .bool(true) = self { true } else { false } }

    /// The elements of an array; any other value as the only one; none of nothing.
    var elements: [JSONValue] {
        switch self {
        case .array(let values): values
        case .null: []
        case .bool, .number, .double, .string, .object: [self]
        }
    }
}
