using System.Collections.Immutable;

namespace ReleaseWorker;

/// <summary>A row of the sheet: the release in column A, and a column for each channel.</summary>
/// <param name="Number">From 1, as the sheet counts.</param>
/// <param name="Release">The id of the release.</param>
/// <param name="Posts">By channel: empty before, <see cref="Posting"/> while nobody knows, the id of the post afterwards.</param>
internal sealed record ReleaseRow(int Number, string Release, ImmutableArray<string> Posts)
{
    public const string Posting = "posting";

    public string this[Channel channel] => Posts[(int)channel];

    public string CellOf(Channel channel) => $"{(char)('B' + (int)channel)}{Number}";

    public ReleaseRow With(Channel channel, string post) => this with { Posts = Posts.SetItem((int)channel, post) };

    public override string ToString() => string.Join(", ", Enum.GetValues<Channel>().Select(channel => $"{channel} {(this[channel] is "" ? "-" : this[channel])}"));
}
