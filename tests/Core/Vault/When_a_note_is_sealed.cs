using System.Text;
using Isthmus.Core.Tests.Ledgers;
using Isthmus.Core.Vault;

namespace Isthmus.Core.Tests.Vault;

public sealed class When_a_note_is_sealed : LedgerTest
{
    private SealedNotes Notes => new(Tables);

    [Fact]
    public async Task Who_knows_the_secret_reads_what_was_written_last()
    {
        await Notes.SealAsync("zoho", "token", "secret", "old"u8.ToArray());
        await Notes.SealAsync("zoho", "token", "secret", "new"u8.ToArray());
        Assert.Equal("new"u8.ToArray(), await Notes.OpenAsync("zoho", "token", "secret"));
    }

    [Fact]
    public async Task Another_secret_opens_nothing()
    {
        await Notes.SealAsync("zoho", "token", "secret", "content"u8.ToArray());
        Assert.Null(await Notes.OpenAsync("zoho", "token", "another secret"));
        Assert.Null(await Notes.OpenAsync("stripe", "token", "secret"));
    }

    [Fact]
    public async Task Its_text_lies_nowhere_in_the_store()
    {
        await Notes.SealAsync("zoho", "token", "secret", Encoding.UTF8.GetBytes("1000.not-to-be-seen"));
        await foreach (var row in Tables.Connections.QueryAsync<Azure.Data.Tables.TableEntity>())
            Assert.DoesNotContain("not-to-be-seen", Encoding.Latin1.GetString(row.GetBinary("Box")));
    }
}
