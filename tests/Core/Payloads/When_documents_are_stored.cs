using Isthmus.Core.Payloads;
using Isthmus.Tests.Support;

namespace Isthmus.Core.Tests.Payloads;

public sealed class When_documents_are_stored : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly ManualTime time = new();

    private FilePayloadStore Store => new(folder.Path, time);

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_document_comes_back_byte_for_byte()
    {
        byte[] content = [0, 1, 2, 255];
        var reference = await Store.PutAsync(content);

        Assert.Equal(content, (await Store.GetAsync(reference)).ToArray());
    }

    [Fact]
    public async Task Equal_content_has_one_reference_and_one_file()
    {
        var first = await Store.PutAsync("same"u8.ToArray());
        var second = await Store.PutAsync("same"u8.ToArray());

        Assert.Equal(first, second);
        Assert.Single(Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories));
    }

    [Theory]
    [InlineData("20261121-0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("../../etc/passwd")]
    [InlineData("")]
    public async Task A_reference_that_leads_nowhere_is_refused(string reference) =>
        await Assert.ThrowsAsync<PayloadMissingException>(() => Store.GetAsync(reference));
}
