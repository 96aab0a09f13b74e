using Isthmus.Embedded.Storage;
using Isthmus.Tests.Support;

namespace Isthmus.Embedded.Tests.Storage;

public sealed class When_a_statement_has_arguments : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Their_numbers_count_and_not_the_order_in_which_they_stand()
    {
        await using var store = EmbeddedStore.Open(folder.Path);
        Assert.Equal("a-b", store.Read(session => session.Scalar("SELECT $2 || '-' || $1", "b", "a")));
    }

    [Fact]
    public async Task None_is_left_of_the_run_before()
    {
        await using var store = EmbeddedStore.Open(folder.Path);
        store.Read(session =>
        {
            Assert.Equal("kept", session.Scalar("SELECT $1", "kept"));
            Assert.Null(session.Scalar("SELECT $1", (string?)null));
            Assert.Equal("", session.Scalar("SELECT $1", ""));
            return 0;
        });
    }

    [Fact]
    public async Task One_inside_the_rows_of_another_leaves_that_one_its_own()
    {
        await using var store = EmbeddedStore.Open(folder.Path);
        var seen = new List<string>();
        store.Read(session =>
        {
            session.Each(
                "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3) SELECT $1 FROM n",
                row =>
                {
                    session.Scalar("SELECT $1", new string('y', 100));
                    seen.Add(row.GetString(0));
                    return true;
                },
                new string('x', 100));
            return 0;
        });
        Assert.Equal(Enumerable.Repeat(new string('x', 100), 3), seen);
    }

    [Fact]
    public async Task Long_texts_and_bytes_arrive_whole()
    {
        await using var store = EmbeddedStore.Open(folder.Path);
        var text = new string('ø', 200_000);
        Assert.Equal(text, store.Read(session => session.Scalar("SELECT $1", text)));
        Assert.Equal(new byte[70_000], store.Read(session => session.Scalar("SELECT $1", new byte[70_000])));
    }
}
