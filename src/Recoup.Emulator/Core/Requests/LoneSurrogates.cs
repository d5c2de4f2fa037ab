using System.Text.Json;

namespace Recoup.Emulator.Core.Requests;

/// <summary>
/// Finds strings with half of a surrogate pair, such as <c>"\ud800"</c>. They are valid JSON but not valid Unicode, and System.Text.Json
/// throws when such a string is read. This check makes later reads safe.
/// </summary>
internal static class LoneSurrogates
{
    public static bool AreIn(JsonElement json)
    {
        try
        {
            Visit(json);
            return false;
        }
        catch (InvalidOperationException)
        {
            return true;
        }
    }

    private static void Visit(JsonElement json)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in json.EnumerateObject())
                {
                    _ = member.Name;
                    Visit(member.Value);
                }
                break;
            case JsonValueKind.Array:
                foreach (var item in json.EnumerateArray())
                    Visit(item);
                break;
            case JsonValueKind.String:
                _ = json.GetString();
                break;
        }
    }
}
