namespace ReleaseWorker;

/// <summary>Posts a release with the real API.</summary>
internal static class LiveRun
{
    public static async Task<ExitCode> RunAsync(string file, string? apiKey)
    {
        if (string.IsNullOrWhiteSpace(apiKey))
        {
            await Console.Error.WriteLineAsync("Expected an API key in the environment variable RECOUP_API_KEY.");
            return ExitCode.Usage;
        }

        try
        {
            return await ReleaseHost.RunAsync(ReleaseHost.Create(Release.Load(file), TimeProvider.System, apiKey));
        }
        catch (InvalidDataException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return ExitCode.Usage;
        }
    }
}
