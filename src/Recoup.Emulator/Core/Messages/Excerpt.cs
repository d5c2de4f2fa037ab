namespace Recoup.Emulator.Core.Messages;

/// <summary>Shortens a text from outside, so that a message stays readable.</summary>
internal static class Excerpt
{
    public static string Of(string text, int length = 200) => text.Length <= length ? text : text[..length] + "…";
}
