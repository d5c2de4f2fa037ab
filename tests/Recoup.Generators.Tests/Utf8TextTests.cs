using System.Text;
using Microsoft.CodeAnalysis.Text;
using Recoup.Generators.Input;

namespace Recoup.Generators.Tests;

public sealed class Utf8TextTests
{
    private const int ChunkLength = 16 * 1024;

    public static TheoryData<string> Texts =>
    [
        "",
        "{}",
        new string('a', ChunkLength),
        new string('a', ChunkLength + 1),
        new string('€', 5 * ChunkLength),
        new string('a', ChunkLength - 1) + "😀" + new string('ä', ChunkLength),
        new string('a', ChunkLength - 1) + '\ud83d',
        '\ude00' + new string('a', ChunkLength - 1) + '\ud83d' + new string('b', ChunkLength),
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_text_becomes_the_UTF_8_of_its_string(string text) =>
        Utf8Text.Of(SourceText.From(text), TestContext.Current.CancellationToken).ToArray().ShouldBe(Encoding.UTF8.GetBytes(text));
}
