using Recoup.Catalogs.Json;
using Recoup.Contracts.Schemas.Forms;

namespace Recoup.Contracts.Documents.Pairs;

/// <summary>
/// The path of a value in a message, by its names on the wire. A schema and the C# that is generated from it have the same paths, however
/// the schema is written.
/// </summary>
internal static class ValuePath
{
    /// <summary>The parameters of an action.</summary>
    public const string Parameters = "parameters";

    /// <summary>The result of an action, or the response of an operation.</summary>
    public const string Result = "result";

    /// <summary>The body of an operation's request.</summary>
    public const string Body = "body";

    /// <summary>A parameter of an operation.</summary>
    /// <param name="key">What identifies the parameter among those that are sent.</param>
    public static string Parameter(string key) => $"parameter '{key}'";

    public static string Property(string path, string name) => JsonPointer.Append(path, "." + name);

    public static string Item(string path) => path + "/[]";

    public static string Rest(string path) => path + "/*";

    public static string Of(string root, FormPath path) => path.Steps.Aggregate(root, (text, step) => step.Kind switch
    {
        StepKind.Property => Property(text, step.Name),
        StepKind.Item or StepKind.Prefix or StepKind.Contains or StepKind.UnevaluatedItem => Item(text),
        StepKind.Additional or StepKind.Pattern or StepKind.UnevaluatedProperty => Rest(text),
        _ => text,
    });

    /// <summary>The paths of the values that contain the value, the nearest first.</summary>
    public static IEnumerable<string> Above(string path)
    {
        for (var end = path.LastIndexOf('/'); end > 0; end = path.LastIndexOf('/'))
            yield return path = path[..end];
    }
}
