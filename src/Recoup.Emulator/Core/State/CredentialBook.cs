using System.Security.Cryptography;
using System.Text;

namespace Recoup.Emulator.Core.State;

/// <summary>
/// Maps credentials to accounts. A search compares the hashes of all credentials in constant time, so its duration reveals nothing
/// about them. The book is immutable: a change creates a new one.
/// </summary>
internal sealed class CredentialBook
{
    private readonly (byte[] Hash, EmulatedAccount Account)[] _entries;

    private CredentialBook((byte[], EmulatedAccount)[] entries) => _entries = entries;

    public static CredentialBook Empty { get; } = new([]);

    public CredentialBook With(string credential, EmulatedAccount account) => new([.. _entries, (Hash(credential), account)]);

    public CredentialBook Without(string credential)
    {
        var hash = Hash(credential);
        return new([.. _entries.Where(entry => !entry.Hash.AsSpan().SequenceEqual(hash))]);
    }

    public EmulatedAccount? Find(string credential)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(credential), hash);
        EmulatedAccount? found = null;
        foreach (var entry in _entries)
        {
            if (CryptographicOperations.FixedTimeEquals(entry.Hash, hash))
                found = entry.Account;
        }
        return found;
    }

    private static byte[] Hash(string credential) => SHA256.HashData(Encoding.UTF8.GetBytes(credential));
}
