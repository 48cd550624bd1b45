import Text

extension JSONValue {
    var string: String? {
        if case .string(let text) = self { text } else { nil }
    }

    var integer: Int? {
        if case .number(let number) = self { number } else { nil }
    }

    var values: [JSONValue]? {
        if case .array(let values) = self { values } else { nil }
    }

    var isNull: Bool {
        if case .null = self { true } else { false }
    }
}
