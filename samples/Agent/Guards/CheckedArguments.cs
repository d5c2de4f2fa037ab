using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.AI;
using Recoup.Schemas;

namespace Agent.Guards;

/// <summary>
/// Refuses arguments that do not match the schema of the tool, for example a parameter that the model invented. The deployed server does
/// not check them: it would post at once what should be posted "tomorrow at nine".
/// </summary>
internal sealed class CheckedArguments : IGuard
{
    private static readonly JsonTypeInfo<IDictionary<string, object?>> Json =
        (JsonTypeInfo<IDictionary<string, object?>>)AIJsonUtilities.DefaultOptions.GetTypeInfo(typeof(IDictionary<string, object?>));

    public string? Refuse(string slug, FunctionInvocationContext call)
    {
        var arguments = JsonSerializer.SerializeToElement(call.Arguments, Json);
        var result = JsonSchema.Parse(call.Function.JsonSchema).Validate(arguments);
        return result.IsValid
            ? null
            : $"Not executed, because the arguments are invalid. {string.Join(". ", result.Violations)}. Correct them.";
    }
}
