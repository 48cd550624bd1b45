/// Names and passwords in addresses.
public enum Credentials {
    /// `address` without name and password, whether or not it is one: what is shown, noted and written.
    public static func removed(from address: String) -> String {
        guard let separator = address.firstRange(of: "//") else { return address }
        let tail = address[separator.upperBound...]
        let end = tail.firstIndex { $0 == "/" || $0 == "?" || $0 == "#" } ?? tail.endIndex
        guard let at = tail[..<end].lastIndex(of: "@") else { return address }
        return String(address[..<separator.upperBound] + tail[tail.index(after: at)...])
    }
}
