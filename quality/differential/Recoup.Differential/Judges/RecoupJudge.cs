using System.Text.Json;
using Recoup.Schemas;

namespace Recoup.Differential.Judges;

/// <summary>The engine of this repository.</summary>
internal sealed class RecoupJudge : IJudge
{
    public string Name => "Recoup.Schemas";

    public Verdict Judge(Pair pair)
    {
        if (!JsonSchema.TryParse(JsonElement.Parse(pair.Schema), null, out var schema, out var problems))
            return Verdict.Refused(problems[0].Message);
        var instance = JsonElement.Parse(pair.Instance);
        var isValid = schema.IsValid(instance);
        return schema.Validate(instance).IsValid == isValid
            ? Verdict.Of(isValid)
            : throw new InvalidOperationException($"IsValid and Validate disagree: {pair}");
    }
}
