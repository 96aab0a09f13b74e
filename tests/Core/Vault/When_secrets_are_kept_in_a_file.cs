using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Isthmus.Core.Vault;
using Isthmus.Tests.Support;

namespace Isthmus.Core.Tests.Vault;

public sealed class When_secrets_are_kept_in_a_file : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_secret_comes_back_from_another_instance()
    {
        new FileVault(folder.Path).Set("stripe-api-key", "sk_test_1");

        Assert.Equal("sk_test_1", await new FileVault(folder.Path).GetAsync("stripe-api-key"));
    }

    [Fact]
    public async Task A_missing_secret_is_named_with_its_cure()
    {
        var missing = await Assert.ThrowsAsync<SecretMissingException>(() => new FileVault(folder.Path).GetAsync("absent"));

        Assert.Contains("./run secret set absent", missing.Message);
    }

    [Fact]
    public void The_value_is_nowhere_in_the_files()
    {
        new FileVault(folder.Path).Set("name", "a value that would be seen");

        Assert.All(Directory.GetFiles(folder.Path), file =>
            Assert.DoesNotContain("a value that would be seen", Encoding.UTF8.GetString(File.ReadAllBytes(file))));
    }

    [Fact]
    public void Only_the_owner_may_read_the_files()
    {
        if (OperatingSystem.IsWindows()) return;
        new FileVault(folder.Path).Set("name", "value");

        foreach (var file in Directory.GetFiles(folder.Path))
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }
    }

    [Fact]
    public async Task A_value_moved_under_another_name_does_not_open()
    {
        var vault = new FileVault(folder.Path);
        vault.Set("cheap", "one");
        var file = Path.Combine(folder.Path, "vault.json");
        var values = JsonSerializer.Deserialize<Dictionary<string, byte[]>>(File.ReadAllBytes(file))!;
        File.WriteAllBytes(file, JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, byte[]> { ["dear"] = values["cheap"] }));

        await Assert.ThrowsAnyAsync<CryptographicException>(() => vault.GetAsync("dear"));
    }
}
