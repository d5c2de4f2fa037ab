using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Recoup.Tests.Driving;

namespace Recoup.Generators.Tests.Fuzzing;

/// <summary>A part of an operation that its method has to have, as a naive reader sees it.</summary>
/// <param name="Name">The name of a parameter; empty if it has none, and for other parts.</param>
/// <param name="Place">
/// The place of a parameter in Pascal case, empty if it has none that exists; <c>Json</c> for the body, <c>Result</c> for the response.
/// </param>
/// <param name="Pointers">The values at which a diagnostic may say that the part is left out.</param>
internal sealed record WalkedPart(string Name, string Place, string[] Pointers);

/// <summary>An operation as a naive reader sees it.</summary>
/// <param name="Method">The method of HTTP, in upper case.</param>
/// <param name="Path">The path.</param>
/// <param name="Pointers">The values at which a diagnostic may say that the operation is left out.</param>
/// <param name="Parts">Its parameters and those of its path, its body, and its response.</param>
internal sealed record WalkedOperation(string Method, string Path, string[] Pointers, WalkedPart[] Parts);

/// <summary>Finds the operations of a document without the generator's reader.</summary>
internal static partial class DocumentWalk
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
                var own = Parameters(document, Member(operation, "parameters"), $"{itemAt}/{method}/parameters").ToArray();
                yield return new WalkedOperation(
                    method.ToUpperInvariant(),
                    WellFormed(path),
                    [at, itemAt, $"{itemAt}/{method}"],
                    [
                        .. own,
                        .. Parameters(document, Member(item, "parameters"), itemAt + "/parameters")
                            .Where(shared => !own.Any(one => one.Name == shared.Name && one.Place == shared.Place)),
                        .. Body(document, operation, $"{itemAt}/{method}/requestBody"),
                        .. Result(document, operation, $"{itemAt}/{method}/responses"),
                    ]);
            }
        }
    }

    /// <summary>The text with U+FFFD for each unpaired surrogate, as a diagnostic shows it.</summary>
    public static string WellFormed(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    private static IEnumerable<WalkedPart> Body(JsonText document, JsonText? operation, string at)
    {
        if (!Has(operation, "requestBody"))
            yield break;
        var (_, pointer) = Resolve(document, Member(operation, "requestBody"), at);
        yield return new WalkedPart("", "Json", [at, pointer]);
    }

    // The method returns the JSON of the lowest successful status; that of 'default' if the document lists errors only.
    private static IEnumerable<WalkedPart> Result(JsonText document, JsonText? operation, string at)
    {
        var responses = Member(operation, "responses");
        var statuses = Members(responses).Select(member => member.Name).Order(StringComparer.Ordinal).ToArray();
        var status = statuses.FirstOrDefault(name => IsSuccess().IsMatch(name))
            ?? statuses.FirstOrDefault(name => name == "default" && !statuses.Any(other => IsNoError().IsMatch(other)));
        if (status is null)
            yield break;
        var own = at + "/" + status;
        var (response, pointer) = Resolve(document, Member(responses, status), own);
        var content = Member(response, "content");
        var media = Members(content).Select(member => member.Name).FirstOrDefault(name => IsJson().IsMatch(name));
        media ??= Members(content).Select(member => member.Name).FirstOrDefault(name => IsRange().IsMatch(name));
        if (media is not null)
            yield return new WalkedPart("", "Result", [at, own, pointer, pointer + "/content", $"{pointer}/content/{Escape(media)}"]);
    }

    private static IEnumerable<WalkedPart> Parameters(JsonText document, JsonText? list, string at)
    {
        var items = list is JsonText.List array ? array.Items : [];
        for (var i = 0; i < items.Count; i++)
        {
            var own = at + "/" + i.ToString(CultureInfo.InvariantCulture);
            var (parameter, pointer) = Resolve(document, items[i], own);
            yield return new WalkedPart(
                Text(Member(parameter, "name")) ?? "",
                Text(Member(parameter, "in")) switch
                {
                    "path" => "Path",
                    "query" => "Query",
                    "header" => "Header",
                    "cookie" => "Cookie",
                    _ => "",
                },
                [at, own, pointer]);
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

    [GeneratedRegex("^2([0-9][0-9]|XX)$")]
    private static partial Regex IsSuccess();

    [GeneratedRegex("^[13]([0-9][0-9]|XX)$")]
    private static partial Regex IsNoError();

    [GeneratedRegex(@"^\s*(application|\*)/\*\s*(;.*)?$", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex IsRange();

    [GeneratedRegex(@"^\s*(application/json|.*\+json)\s*(;.*)?$", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex IsJson();

    private static string Escape(string step) =>
        WellFormed(step).Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    private static string Unescape(string step) =>
        step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
}
