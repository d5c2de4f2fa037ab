using System.Globalization;
using System.Text;
using Recoup.Tests.Driving;

namespace Recoup.Generators.Tests.Fuzzing;

/// <summary>A parameter as a naive reader sees it.</summary>
/// <param name="Name">Its name; empty if it has none.</param>
/// <param name="Place">Its place in Pascal case; empty if it has none that exists.</param>
/// <param name="Pointers">The pointers that a diagnostic about it may contain.</param>
internal sealed record WalkedParameter(string Name, string Place, string[] Pointers);

/// <summary>An operation as a naive reader sees it.</summary>
/// <param name="Method">The method of HTTP, in upper case.</param>
/// <param name="Path">The path.</param>
/// <param name="Id">The <c>operationId</c>, or null.</param>
/// <param name="Pointers">The pointers that a diagnostic about it may contain.</param>
/// <param name="Parameters">Its parameters and those of its path.</param>
internal sealed record WalkedOperation(string Method, string Path, string? Id, string[] Pointers, WalkedParameter[] Parameters);

/// <summary>Finds the operations of a document without the generator's reader.</summary>
internal static class DocumentWalk
{
    private static readonly string[] Methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

    public static IEnumerable<WalkedOperation> Operations(JsonText document)
    {
        foreach (var path in Members(Member(document, "paths")).Select(member => member.Name).Distinct()
            .Where(path => !path.StartsWith("x-", StringComparison.Ordinal)))
        {
            var at = "/paths/" + Escape(path);
            var (item, itemAt) = Resolve(document, Member(Member(document, "paths"), path), at);
            foreach (var method in Methods.Where(method => Has(item, method)))
            {
                var operation = Member(item, method);
                yield return new WalkedOperation(
                    method.ToUpperInvariant(),
                    WellFormed(path),
                    Text(Member(operation, "operationId")),
                    [at, itemAt, $"{at}/{method}", $"{itemAt}/{method}"],
                    [
                        .. Parameters(document, Member(operation, "parameters"), $"{itemAt}/{method}/parameters"),
                        .. Parameters(document, Member(item, "parameters"), itemAt + "/parameters"),
                    ]);
            }
        }
    }

    private static IEnumerable<WalkedParameter> Parameters(JsonText document, JsonText? list, string at)
    {
        var items = list is JsonText.List array ? array.Items : [];
        for (var i = 0; i < items.Count; i++)
        {
            var own = at + "/" + i.ToString(CultureInfo.InvariantCulture);
            var (parameter, pointer) = Resolve(document, items[i], own);
            yield return new WalkedParameter(
                Text(Member(parameter, "name")) ?? "",
                Text(Member(parameter, "in")) switch
                {
                    "path" => "Path",
                    "query" => "Query",
                    "header" => "Header",
                    "cookie" => "Cookie",
                    _ => "",
                },
                [own, pointer]);
        }
    }

    private static (JsonText? Value, string Pointer) Resolve(JsonText document, JsonText? value, string pointer)
    {
        for (var hops = 0; hops < 50 && Text(Member(value, "$ref")) is { } reference; hops++)
        {
            if (!reference.StartsWith('#'))
                return (null, pointer);
            pointer = Uri.UnescapeDataString(reference[1..]);
            value = document;
            foreach (var step in pointer.Split('/').Skip(1).Select(Unescape))
            {
                value = value is JsonText.List list && int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
                    ? list.Items.ElementAtOrDefault(index)
                    : Member(value, step);
            }
        }

        return (value, pointer);
    }

    private static IReadOnlyList<(string Name, JsonText Value)> Members(JsonText? json) => json is JsonText.Map map ? map.Members : [];

    private static bool Has(JsonText? json, string name) => Members(json).Any(member => member.Name == name);

    private static JsonText? Member(JsonText? json, string name) => Members(json).LastOrDefault(member => member.Name == name).Value;

    private static string? Text(JsonText? json) => json is JsonText.Text text ? WellFormed(text.Value) : null;

    private static string WellFormed(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    private static string Escape(string step) =>
        WellFormed(step).Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    private static string Unescape(string step) =>
        step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
}
