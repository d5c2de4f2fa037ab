namespace ReleaseWorker.Tests;

public sealed class ReleaseFileTests
{
    [Fact]
    public void The_sample_release_can_be_loaded() =>
        Release.Load(Path.Combine(AppContext.BaseDirectory, "release.json")).Id.ShouldBe("ada-001");

    [Theory]
    [InlineData("", "$")]
    [InlineData("null", "expected an object, got null")]
    [InlineData("""{"id": "ada-001"}""", "artist")]
    [InlineData("""{"id": "ada-001", "titel": "Difference"}""", "titel")]
    [InlineData("""{"id": 7}""", "$.id")]
    public void A_file_that_is_not_a_release_is_refused_with_its_name_and_the_place(string text, string expected)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, text);
            var message = Should.Throw<InvalidDataException>(() => Release.Load(path)).Message;
            message.ShouldStartWith(path);
            message.ShouldContain(expected);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void A_missing_file_is_refused_with_its_name() =>
        Should.Throw<InvalidDataException>(() => Release.Load("no-release.json")).Message.ShouldContain("no-release.json");
}
