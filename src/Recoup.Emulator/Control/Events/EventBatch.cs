namespace Recoup.Emulator.Control.Events;

/// <summary>Exchanges as the text of events.</summary>
/// <param name="Start">The position of the first exchange.</param>
/// <param name="End">The position after the last exchange.</param>
/// <param name="Utf8">The text.</param>
internal sealed record EventBatch(long Start, long End, ReadOnlyMemory<byte> Utf8);
