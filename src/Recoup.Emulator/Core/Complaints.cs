using Recoup.Catalogs.Problems;
using Recoup.Emulator.Core.Operations;

namespace Recoup.Emulator.Core;

/// <summary>The words of the emulator's own complaints.</summary>
internal static class Complaints
{
    public static RecoupEmulatorException Unrouted(ApiRequest request) => new(
        $"The contract has no operation {Shorten(request.Method)} {Shorten(request.Path)}. It has: "
        + string.Join(", ", OperationTable.All.Select(operation => operation.Name))
        + ". What the deployed server answers to other requests is divergence D26.");

    public static RecoupEmulatorException UnknownAction(string slug, IEnumerable<string> slugs) =>
        new($"The catalog has no action '{Shorten(slug)}'.{Nearest.Question(slug, slugs)}");

    public static RecoupEmulatorException UnknownConnector(string connector, IEnumerable<string> connectors) =>
        new($"The catalog has no connector '{Shorten(connector)}'.{Nearest.Question(connector, connectors)}");

    public static string Shorten(string text, int length = 200) => text.Length <= length ? text : text[..length] + "…";
}
