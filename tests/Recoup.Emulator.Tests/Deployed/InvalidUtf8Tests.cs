using System.Text;
using Recoup.Emulator.Tests.Hosts;

namespace Recoup.Emulator.Tests.Deployed;

/// <summary>
/// Bodies that are not UTF-8. The deployed server replaces each maximal part of a wrong sequence by U+FFFD, as browsers do (WHATWG
/// Encoding Standard, section 8.1.1), and reads the body.
/// </summary>
public sealed class InvalidUtf8Tests
{
    // The bytes of a text are its characters, U+0000 to U+00FF.
    [Theory]
    [InlineData("\u00e9", "\ufffd")]
    [InlineData("A\u00ff\u00feB", "A\ufffd\ufffdB")]
    [InlineData("A\u00e2\u0082", "A\ufffd")]
    [InlineData("\u00c0\u00af", "\ufffd\ufffd")]
    [InlineData("\u00ed\u00a0\u0080", "\ufffd\ufffd\ufffd")]
    [InlineData("\u00f0\u009f\u0098", "\ufffd")]
    [InlineData("\u00f4\u0090\u0080\u0080", "\ufffd\ufffd\ufffd\ufffd")]
    [InlineData("\u0080\u00c3\u00a4", "\ufffd\u00e4")]
    [InlineData("\u00e2\u0082A\u00e2\u0082\u00ac", "\ufffdA\u20ac")]
    [InlineData("\u00f8\u0088\u0080\u0080\u0080", "\ufffd\ufffd\ufffd\ufffd\ufffd")]
    public async Task A_wrong_sequence_in_a_text_is_replaced(string bytes, string read)
    {
        foreach (var host in Enum.GetValues<Host>())
        {
            await using var mounted = await MountedEmulator.StartAsync(host, ApiBehavior.Deployed);

            var answer = await mounted.Client.PostAsync(
                Requests.Actions, Encoding.Latin1.GetBytes("{\"actionSlug\":\"" + bytes + "\",\"parameters\":{}}"));

            ((int)answer.Status).ShouldBe(404, answer.Body);
            answer.Json.GetProperty("error").GetString().ShouldBe("Connector action not found: " + read);
        }
    }

    [Theory]
    [InlineData("/api/connectors/actions", "{\u00ff}", 500)]
    [InlineData("/api/connectors/actions", "{\"actionSlug\":\"A\",\"parameters\":{}}\u00e2", 500)]
    [InlineData("/api/connectors/actions", "\u00ef\u00bb\u00bf{\"actionSlug\":\"A\",\"parameters\":{}}", 404)]
    [InlineData("/api/connectors/actions", "{\"\u00ff\":1}", 400)]
    [InlineData("/api/connectors/files", "{\u00ff}", 400)]
    [InlineData("/api/connectors/files", "{\"url\":\"https://a.test/\u00e9.png\",\"toolSlug\":\"A\"}", 200)]
    [InlineData("/api/connectors", "{\"connector\":\"\u00ff\"}", 500)]
    public async Task A_wrong_sequence_anywhere_does_not_matter_by_itself(string path, string bytes, int status)
    {
        foreach (var host in Enum.GetValues<Host>())
        {
            await using var mounted = await MountedEmulator.StartAsync(host, ApiBehavior.Deployed);

            ((int)(await mounted.Client.PostAsync(path, Encoding.Latin1.GetBytes(bytes))).Status).ShouldBe(status);
        }
    }
}
