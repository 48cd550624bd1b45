/// How far an entry of the vocabulary was compared with its source.
public enum CheckStatus: String, Hashable, Sendable, Codable, CaseIterable {
    /// Number and title stand so in the source.
    case checked
    /// The number does; the title was not compared.
    case numberChecked = "number-checked"
    /// Neither was compared.
    case recalled
}
