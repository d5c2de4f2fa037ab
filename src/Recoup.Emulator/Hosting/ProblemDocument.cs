using Recoup.Emulator.Core;

namespace Recoup.Emulator.Hosting;

/// <summary>A complaint of the emulator's own as RFC 9457 has it, under a status that no operation of the contract uses.</summary>
internal static class ProblemDocument
{
    public static ApiAnswer Of(string complaint)
    {
        var answer = ApiAnswer.Json(501, complaint, static (writer, complaint) =>
        {
            writer.WriteStartObject();
            writer.WriteString("type", "about:blank");
            writer.WriteString("title", "The emulator complains");
            writer.WriteNumber("status", 501);
            writer.WriteString("detail", complaint);
            writer.WriteEndObject();
        });
        return answer with { ContentType = "application/problem+json" };
    }
}
