using Recoup.Emulator.Core.Formats;

namespace Recoup.Emulator.Deployed;

/// <summary>D18: the deployed server's validator requires version 1 to 8 and variant 8, 9, a or b. It also accepts two constants.</summary>
internal static class StrictUuid
{
    private const int VersionAt = 14;
    private const int VariantAt = 19;

    public static bool IsUuid(string text) =>
        UuidText.IsUuid(text)
        && ((text[VersionAt] is >= '1' and <= '8' && char.ToLowerInvariant(text[VariantAt]) is '8' or '9' or 'a' or 'b')
            || text is "00000000-0000-0000-0000-000000000000" or "ffffffff-ffff-ffff-ffff-ffffffffffff");
}
