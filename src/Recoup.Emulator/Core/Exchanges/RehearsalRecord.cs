using Recoup.Catalogs.Rehearsals;
using Recoup.Emulator.Core.Messages;

namespace Recoup.Emulator.Core.Exchanges;

/// <summary>Tells a rehearsal which calls were refused, so that it can name the change of the catalog that explains a failed test.</summary>
internal static class RehearsalRecord
{
    private const int MostLength = 2_000;

    public static void Write(Rehearsal rehearsal, Exchange exchange)
    {
        if (exchange.Slug is not { } slug)
            return;
        foreach (var violation in exchange.Violations)
            rehearsal.Refused(slug, Excerpt.Of(violation, MostLength));
        if (exchange is { Error: { } error, Violations: [] })
            rehearsal.Refused(slug, Excerpt.Of(error, MostLength));
    }
}
