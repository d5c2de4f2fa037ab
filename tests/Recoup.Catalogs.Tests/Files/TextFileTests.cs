using System.Text;
using Recoup.Catalogs.Files;

namespace Recoup.Catalogs.Tests.Files;

public sealed class TextFileTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    public static TheoryData<string> Encodings => new("utf-8", "utf-16", "utf-16BE", "utf-32", "utf-32BE");

    [Theory]
    [MemberData(nameof(Encodings))]
    public void A_byte_order_mark_decides_the_encoding(string name)
    {
        File.WriteAllText(_path, "{\"é\":\"😀\"}", Encoding.GetEncoding(name));

        TextFile.ReadUtf8(_path, "a catalog").ShouldBe("{\"é\":\"😀\"}"u8.ToArray());
    }

    [Fact]
    public void Text_in_another_encoding_is_refused_with_advice()
    {
        File.WriteAllBytes(_path, [(byte)'{', 0xE9, (byte)'}']);
        Should.Throw<CatalogException>(() => TextFile.ReadUtf8(_path, "a catalog")).Message.ShouldContain("not UTF-8");

        File.WriteAllBytes(_path, Encoding.Unicode.GetBytes("{}"));
        Should.Throw<CatalogException>(() => TextFile.ReadUtf8(_path, "a catalog")).Message.ShouldContain("without a byte order mark");
    }

    [Fact]
    public void A_message_says_what_file_is_expected()
    {
        Should.Throw<CatalogException>(() => TextFile.ReadUtf8("", "a catalog")).Message.ShouldContain("Give the path of a catalog");
        Should.Throw<CatalogException>(() => TextFile.ReadUtf8(Path.GetTempPath(), "a catalog")).Message.ShouldContain("is a folder");
        Should.Throw<CatalogException>(() => TextFile.ReadUtf8("missing.json", "a catalog")).Message
            .ShouldContain(Path.GetFullPath("missing.json"));
    }

    public void Dispose() => File.Delete(_path);
}
