using System.Text.Json;
using Recoup.Contracts.Schemas.Forms;
using Recoup.Contracts.Schemas.Witnesses;

namespace Recoup.Contracts.Live.Allowances;

/// <summary>Finds parameters that only the schema rejects: the smallest such object.</summary>
internal static class InvalidParameters
{
    private const int MostTries = 2000;

    /// <summary>Finds the parameters; null if the schema accepts every object or is too complex.</summary>
    public static JsonElement? Of(AllowedCall call)
    {
        var judge = new FormJudge(new Effort());
        try
        {
            var parameters = call.Action.ParametersSource;
            var form = new SchemaSource(parameters, parameters, "").ToForm(call.Schema.Draft);
            var rejected = new CandidateSource(judge, seed: 0)
                .Of(form)
                .Take(MostTries)
                .Where(IsRejected)
                .Cast<JsonElement?>()
                .FirstOrDefault();
            return rejected is { } found ? Shrinker.Shrink(found, IsRejected) : null;
        }
        catch (UndecidedException)
        {
            return null;
        }

        bool IsRejected(JsonElement value) => value.ValueKind == JsonValueKind.Object && judge.Rejects(call.Schema, value);
    }
}
