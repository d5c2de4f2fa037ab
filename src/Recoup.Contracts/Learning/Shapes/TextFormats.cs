namespace Recoup.Contracts.Learning.Shapes;

/// <summary>The formats that are learned: those that the generated C#, the emulator's samples and the schema engine distinguish.</summary>
[Flags]
internal enum TextFormats
{
    None = 0,
    DateTime = 1,
    Date = 2,
    Uuid = 4,
    Email = 8,
    Uri = 16,
    All = DateTime | Date | Uuid | Email | Uri,
}
