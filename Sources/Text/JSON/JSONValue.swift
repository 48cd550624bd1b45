/// A value as JSON (RFC 8259) knows it, whose object members keep the order in which they were given. All `--json`
/// output is made of these, so that two runs over the same input print the same bytes.
public enum JSONValue: Sendable {
    case null
    case bool(Bool)
    case number(Int)
    /// A value that JSON cannot write (not a number, infinite) is written as `null`.
    case double(Double)
    case string(String)
    case array([JSONValue])
    case object([(String, JSONValue)])

    /// An object without the members that have no value.
    public static func object(present members: [(String, JSONValue?)]) -> JSONValue {
        .object(members.compactMap { name, value in value.map { (name, $0) } })
    }

    /// The strings as an array; nothing where there are none, so that ``object(present:)`` leaves the member out.
    public static func strings(_ texts: [String]) -> JSONValue? {
        texts.isEmpty ? nil : .array(texts.map { .string($0) })
    }

    /// The value on one line. Linear in its size.
    public var text: String {
        var writer = JSONWriter()
        writer.write(self)
        return writer.text
    }
}
