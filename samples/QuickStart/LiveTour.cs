using Recoup.Typed;

namespace QuickStart;

/// <summary>Lists the actions of a real account, which changes nothing.</summary>
internal static class LiveTour
{
    public static async Task<int> RunAsync(string? key)
    {
        if (string.IsNullOrWhiteSpace(key))
        {
            await Console.Error.WriteLineAsync("Expected an API key in the environment variable RECOUP_API_KEY.");
            return 2;
        }

        try
        {
            using var recoup = new RecoupClient(new RecoupClientOptions { ApiKey = key });
            Page.Title("The catalog of your account");
            Page.Catalog(await recoup.ListActionsAsync());
            return 0;
        }
        catch (RecoupException e)
        {
            Page.Error(e);
            return 1;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            await Console.Error.WriteLineAsync($"The API cannot be reached: {e.Message}");
            return 1;
        }
    }
}
