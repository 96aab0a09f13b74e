using Isthmus.Core.Vault;
using Isthmus.Tests.Support;

namespace Isthmus.Core.Tests.Vault;

public sealed class When_secrets_are_asked_for_often
{
    private readonly ManualTime time = new();

    [Fact]
    public async Task The_vault_is_asked_once_a_minute()
    {
        var vault = new CountingVault();
        var kept = new KeptSecrets(vault, time);

        Assert.Equal(["1", "1"], [await kept.GetAsync("name"), await kept.GetAsync("name")]);
        time.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal("2", await kept.GetAsync("name"));
    }

    [Fact]
    public async Task A_missing_secret_is_looked_for_again_at_once()
    {
        using var folder = new TemporaryFolder();
        var vault = new FileVault(folder.Path);
        var kept = new KeptSecrets(vault, time);
        await Assert.ThrowsAsync<SecretMissingException>(() => kept.GetAsync("late"));

        vault.Set("late", "there");

        Assert.Equal("there", await kept.GetAsync("late"));
    }

    private sealed class CountingVault : ISecretVault
    {
        private int asked;

        public Task<string> GetAsync(string name, CancellationToken cancellation = default) => Task.FromResult($"{++asked}");
    }
}
