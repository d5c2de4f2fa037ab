using System.Text.Json;
using Recoup.Emulator.Core.Errors;
using Recoup.Emulator.Core.Rules;

namespace Recoup.Emulator.Core.Checks;

/// <summary>
/// The members of a request body, in the order in which they are checked. The first wrong one is reported; unknown ones are ignored.
/// </summary>
internal sealed class BodyShape(params BodyField[] fields)
{
    public ApiError? Check(JsonElement body, ApiRules rules)
    {
        if (body.ValueKind != JsonValueKind.Object)
            return ApiError.BodyNotAnObject(body.ValueKind);
        foreach (var field in fields)
        {
            if (Check(field, body, rules) is { } error)
                return error;
        }
        return null;
    }

    private static ApiError? Check(BodyField field, JsonElement body, ApiRules rules)
    {
        if (!body.TryGetProperty(field.Name, out var value))
            return field.IsRequired ? Error(ErrorCode.FieldMissing, field) : null;
        if (value.ValueKind != (field.Kind == BodyFieldKind.Object ? JsonValueKind.Object : JsonValueKind.String))
        {
            return Error(field.IsRequired ? ErrorCode.FieldMissing : ErrorCode.FieldNotText, field) with
            {
                Got = value.ValueKind,
                Detail = field.Kind == BodyFieldKind.Object ? "an object" : "a string",
            };
        }

        if (field.Kind == BodyFieldKind.Object)
            return null;
        var text = value.GetString()!;
        return field.Kind switch
        {
            BodyFieldKind.Text when text.Length == 0 => Error(ErrorCode.FieldEmpty, field) with { Detail = Quoted(field.Examples) },
            BodyFieldKind.Uri when !rules.IsUrl(text) => Error(ErrorCode.FieldNotUrl, field) with { Detail = text },
            BodyFieldKind.FileUrl when !rules.IsFileUrl(text) => Error(ErrorCode.FieldNotUrl, field) with { Detail = text },
            BodyFieldKind.AccountId when !rules.IsAccountId(text) => Error(ErrorCode.FieldNotAccountId, field) with { Detail = text },
            _ => null,
        };
    }

    private static string Quoted(string[] examples) => string.Join(", ", examples.Select(example => $"'{example}'"));

    private static ApiError Error(ErrorCode code, BodyField field) => new(code, 400) { Subject = field.Name };
}
