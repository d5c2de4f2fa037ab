using System.Text.Json;
using Recoup.Emulator.Core.Checks;
using Recoup.Emulator.Core.Requests;
using Recoup.Emulator.Core.Responses;

namespace Recoup.Emulator.Core.Operations;

/// <summary>POST /api/connectors/files: stages a file. Nothing is fetched: a stub describes the file, else its name does.</summary>
internal sealed class UploadFile : OperationHandler
{
    public const string FilesPath = "/api/connectors/files";

    private const string UrlField = "url";
    private const string SlugField = "toolSlug";

    public override string Method => "POST";

    public override string Path => FilesPath;

    public override BodyShape Shape { get; } = new(
        new(UrlField, BodyFieldKind.FileUrl, IsRequired: true),
        new(SlugField, BodyFieldKind.Text, IsRequired: true, "LINKEDIN_CREATE_LINKED_IN_POST"));

    // The operation has no such member: it is ignored like any unknown one.
    public override string? NamedAccount(ApiRequest request, JsonElement body) => null;

    public override void Describe(JsonElement body, Exchange exchange)
    {
        if (body.ValueKind != JsonValueKind.Object)
            return;
        if (body.TryGetProperty(SlugField, out var slug) && slug.ValueKind == JsonValueKind.String)
            exchange.ToolSlug = slug.GetString();
        if (body.TryGetProperty(UrlField, out var url) && url.ValueKind == JsonValueKind.String)
            exchange.FileUrl = url.GetString();
    }

    public override ValueTask<ApiResponse> RespondAsync(ApiCall call)
    {
        var url = call.Text(UrlField);
        var outcome = call.Api.Files.Find(url);
        if (outcome.Fault is { } fault)
            return new(ApiResponse.Empty(200) with { Fault = fault });
        if (call.Api.State.IsUpstreamDown)
            outcome = outcome with { Failure = "the storage does not respond." };
        if (outcome.Refusal(url, call.Api.Rules) is { } error)
            return new(call.Api.Rules.WriteError(error));

        var file = call.Api.Stage(url, outcome);
        call.Exchange.Executions = 1;
        return new(ApiResponse.Json(200, file, static (writer, file) =>
        {
            writer.WriteStartObject();
            writer.WriteBoolean("success", true);
            writer.WriteString("name", file.Name);
            writer.WriteString("mimetype", file.MimeType);
            writer.WriteString("s3key", file.S3Key);
            writer.WriteEndObject();
        }));
    }
}
