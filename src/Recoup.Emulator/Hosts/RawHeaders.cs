using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Recoup.Emulator.Hosts;

/// <summary>
/// Gives the credentials of a request to the server in process as they are. The test server would take them from the parsed headers, where
/// "Bearer  x" has lost a space. Blanks around a value are not part of it (RFC 9110, section 5.5), and a server over a socket removes them.
/// </summary>
internal static class RawHeaders
{
    private static readonly string[] Names = ["Authorization", "x-api-key"];
    private static readonly AsyncLocal<StringValues[]?> Current = new();

    /// <summary>Notes the credentials of a request, before anything has parsed them.</summary>
    public static void Note(HttpRequestMessage request)
    {
        var noted = new StringValues[Names.Length];
        for (var i = 0; i < noted.Length; i++)
        {
            if (request.Headers.NonValidated.TryGetValues(Names[i], out var values))
                noted[i] = new StringValues([.. values.Select(value => value.Trim(' ', '\t'))]);
        }

        Current.Value = noted;
    }

    /// <summary>Writes the noted credentials.</summary>
    public static void Write(HttpContext context)
    {
        if (Current.Value is not { } noted)
            return;
        for (var i = 0; i < noted.Length; i++)
        {
            if (noted[i].Count > 0)
                context.Request.Headers[Names[i]] = noted[i];
        }
    }
}
