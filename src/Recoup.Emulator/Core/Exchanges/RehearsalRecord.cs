using Recoup.Catalogs.Rehearsals;
using Recoup.Emulator.Core.Messages;

namespace Recoup.Emulator.Core.Exchanges;

/// <summary>Records for a rehearsal which calls were refused, so that the change that explains a failed test can be named.</summary>
internal static class RehearsalRecord
{
    private const int MostLength = 2_000;

    public static void Write(Rehearsal rehearsal, Exchange exchange)
    {
        if (exchange.Slug is null)
            return;
        var slug = Excerpt.Of(exchange.Slug);
        foreach (var violation in exchange.Violations)
            rehearsal.Refused(slug, Excerpt.Of(violation, MostLength));
        if (exchange is { Error: { } error, Violations: [] })
            rehearsal.Refused(slug, Excerpt.Of(error, MostLength));
    }
}
