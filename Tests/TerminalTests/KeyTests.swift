import Terminal
import Testing

@Suite struct KeyTests {
    @Test func namesParse() {
        #expect(Key(name: "C-d") == .control("d"))
    }
}
