import Library

/// Something done to what the user made of passages; each is one action that can be taken back.
public enum MarkAct: Hashable, Sendable {
    /// Writes a note, changes it, or takes it away where the text is empty.
    case note(String, MarkTarget)
}
