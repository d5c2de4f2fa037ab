using System.Buffers.Binary;
using Recoup.AI.Toolbox.Ranking;

namespace Recoup.AI.Tests.Toolbox.Ranking;

public sealed class WordTableTests
{
    [Fact]
    public void A_row_is_a_scale_and_four_bits_for_each_component()
    {
        var table = WordTable.Read(Table());
        var vector = new float[2];

        table.AddTo(vector, 0);
        table.AddTo(vector, 1);

        table.Vocabulary.ShouldBe(["a", "##b"]);
        vector.ShouldBe([(0.5f * -7) + 2, (0.5f * 7) + 0]);
    }

    [Theory]
    [InlineData(0, 'X', "starts with RCWV")]
    [InlineData(4, 2, "version is 2")]
    [InlineData(6, 0, "even number of dimensions")]
    [InlineData(6, 3, "even number of dimensions")]
    [InlineData(8, 0, "1 to 100000 words")]
    [InlineData(8, 3, "bytes by the header")]
    [InlineData(11, 255, "1 to 100000 words")]
    [InlineData(15, 255, "bytes by the header")]
    [InlineData(15, 127, "bytes by the header")]
    [InlineData(17, '_', "2 different words")]
    public void A_wrong_byte_is_reported(int offset, int value, string message)
    {
        var table = Table();
        table[offset] = (byte)value;

        Should.Throw<InvalidDataException>(() => WordTable.Read(table)).Message.ShouldContain(message);
    }

    [Fact]
    public void A_cut_table_is_reported()
    {
        var table = Table();

        for (var length = 0; length < table.Length; length++)
            Should.Throw<InvalidDataException>(() => WordTable.Read(table.AsMemory(0, length)));
    }

    [Theory]
    [InlineData("remove")]
    [InlineData("issue")]
    [InlineData("##s")]
    public void The_table_of_the_package_has_English_words(string piece) => WordTable.English.Vocabulary.Contains(piece).ShouldBeTrue();

    // Two pieces with two components: (-7, 7) at a scale of 0.5, and (1, 0) at a scale of 2.
    private static byte[] Table()
    {
        byte[] table = [.. "RCWV"u8, 1, 0, 2, 0, 2, 0, 0, 0, 5, 0, 0, 0, .. "a\n##b"u8, 0, 0, 0xF1, 0, 0, 0x89];
        BinaryPrimitives.WriteHalfLittleEndian(table.AsSpan(21), (Half)0.5f);
        BinaryPrimitives.WriteHalfLittleEndian(table.AsSpan(24), (Half)2f);
        return table;
    }
}
