using Recoup.Emulator.Core.Responses;

namespace Recoup.Emulator.Hosts;

/// <summary>Writes an error of the emulator itself as RFC 9457 defines it, with a status that no operation of the contract uses.</summary>
internal static class ProblemDocument
{
    public static ApiResponse Of(string detail)
    {
        var response = ApiResponse.Json(501, detail, static (writer, detail) =>
        {
            writer.WriteStartObject();
            writer.WriteString("type", "about:blank");
            writer.WriteString("title", "Emulator error");
            writer.WriteNumber("status", 501);
            writer.WriteString("detail", detail);
            writer.WriteEndObject();
        });
        return response with { ContentType = "application/problem+json" };
    }
}
