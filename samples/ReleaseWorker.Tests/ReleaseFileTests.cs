namespace ReleaseWorker.Tests;

public sealed class ReleaseFileTests
{
    [Fact]
    public void The_sample_release_is_one() =>
        Release.Load(Path.Combine(AppContext.BaseDirectory, "release.json")).Id.ShouldBe("ada-001");

    [Theory]
    [InlineData("", "$")]
    [InlineData("null", "expected an object, got null")]
    [InlineData("""{"id": "ada-001"}""", "artist")]
    [InlineData("""{"id": "ada-001", "titel": "Difference"}""", "titel")]
    [InlineData("""{"id": 7}""", "$.id")]
    public void A_file_that_is_no_release_is_told_with_its_name_and_place(string text, string told)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, text);
            var message = Should.Throw<InvalidDataException>(() => Release.Load(path)).Message;
            message.ShouldStartWith(path);
            message.ShouldContain(told);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void A_file_that_is_not_there_is_told_by_its_name() =>
        Should.Throw<InvalidDataException>(() => Release.Load("no-release.json")).Message.ShouldContain("no-release.json");
}
