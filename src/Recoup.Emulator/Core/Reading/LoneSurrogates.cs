using System.Text.Json;

namespace Recoup.Emulator.Core.Reading;

/// <summary>
/// JSON can spell a string that no Unicode text is (<c>"\ud800"</c>). System.Text.Json throws when such a string is read, wherever that
/// happens; so it is found out here.
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
