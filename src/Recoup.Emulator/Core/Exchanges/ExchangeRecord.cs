namespace Recoup.Emulator.Core.Exchanges;

/// <summary>
/// An <see cref="Exchange"/> as the journal keeps it: a value in an array, and its parameters as text. So a journal of many exchanges has
/// few objects, and leaves the garbage collector little to do.
/// </summary>
internal struct ExchangeRecord
{
    public required long Number;
    public required DateTimeOffset At;
    public required string Operation;
    public string? Slug;
    public string? ToolSlug;
    public string? FileUrl;
    public EmulatedAccount? Caller;
    public EmulatedAccount? Account;
    public ReadOnlyMemory<byte> Parameters;
    public int? Status;
    public int Stub;
    public int? LastStub;
    public string? ContentType;
    public ReadOnlyMemory<byte> Response;
    public TimeSpan Duration;
    public TransportFault? Fault;
    public string? Outcome;
    public int Executions;
    public string? Error;
    public IReadOnlyList<string>? Violations;
}
