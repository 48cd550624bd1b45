import Terminal

/// One key, or several pressed one after the other, such as `gg`.
public struct KeySequence: Hashable, Sendable {
    public var keys: [Key]

    public init(_ keys: [Key]) { self.keys = keys }

    /// Reads names of keys parted by blanks, such as `g g` or `C-d`. Nothing where one is no key's name.
    public init?(_ names: String) {
        var keys: [Key] = []
        for name in names.split(separator: " ") {
            guard let key = Key(name: String(name)) else { return nil }
            keys.append(key)
        }
        guard !keys.isEmpty else { return nil }
        self.init(keys)
    }

    /// As help and footer write it: `gg`, `C-d`, `C-w v`.
    public var description: String {
        let names = keys.map(\.name)
        let areSingle = names.allSatisfy { $0.count == 1 }
        return names.joined(separator: areSingle ? "" : " ")
    }
}
