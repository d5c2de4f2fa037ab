namespace ReleaseWorker;

/// <summary>Posts a release with the real API.</summary>
internal static class LiveRun
{
    public static async Task<ExitCode> RunAsync(string file, string? apiKey)
    {
        if (string.IsNullOrWhiteSpace(apiKey))
        {
            Console.Error.WriteLine("Expected an API key in the environment variable RECOUP_API_KEY.");
            return ExitCode.Usage;
        }

        try
        {
            return await ReleaseHost.RunAsync(ReleaseHost.Create(Release.Load(file), TimeProvider.System, apiKey));
        }
        catch (InvalidDataException e)
        {
            Console.Error.WriteLine(e.Message);
            return ExitCode.Usage;
        }
    }
}
