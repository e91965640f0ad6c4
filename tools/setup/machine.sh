# shellcheck shell=bash
# Shared by tools/evac and tools/test, which source it: packages, configuration, build.
#
# Everything it says goes to standard error, so that standard output belongs to the program.
# Exit codes: 2 when the caller has something to do first, 3 when installing or building failed.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
build=$root/build

# say ENGLISH CHINESE: one message in the language of the caller's locale.
say() {
    case ${LC_ALL:-${LC_MESSAGES:-${LANG:-}}} in
        zh*) printf '%s\n' "$2" >&2 ;;
        *) printf '%s\n' "$1" >&2 ;;
    esac
}

fail() {  # fail CODE ENGLISH CHINESE
    say "$2" "$3"
    exit "$1"
}

log_end() {  # log_end FILE: what a reader needs of a log that ended badly
    printf -- '---- %s\n' "$1" >&2
    tail -n 20 "$1" >&2
    printf -- '----\n' >&2
}

# ---- Packages ---------------------------------------------------------------------------------

listed_packages() {  # listed_packages [PATTERN]: names from the list, of lines that hold PATTERN
    grep -v -e '^#' -e '^ *$' "$root/tools/setup/packages.txt" | grep -F -e "${1-}" |
        while read -r name _; do printf '%s\n' "$name"; done
}

missing_packages() {
    local installed
    # dpkg-query exits 1 when it does not know one of the names: that is an answer, not an error.
    # shellcheck disable=SC2046  # one word per package is what we want
    installed=$(dpkg-query -W -f='${db:Status-Status} ${Package}\n' $(listed_packages) 2>/dev/null)
    listed_packages | while read -r name; do
        case $'\n'$installed$'\n' in
            *$'\n'"installed $name"$'\n'*) ;;
            *) printf '%s\n' "$name" ;;
        esac
    done
}

apt() {
    DEBIAN_FRONTEND=noninteractive LC_ALL=C apt-get -q -y --no-install-recommends \
        -o APT::Keep-Downloaded-Packages=false \
        -o DPkg::Lock::Timeout=600 -o Acquire::Retries=3 -o Acquire::http::Timeout=60 "$@"
}

# Puts the headers of a package on the machine as a package of the same name that depends on
# nlohmann-json3-dev alone (the reason stands in packages.txt). dpkg knows it and can remove it.
install_headers_only() {
    local name=$1 folder
    folder=$(mktemp -d) || return 1
    (
        set -e
        cd "$folder"
        apt download "$name"
        dpkg-deb -R ./*.deb unpacked
        sed -i -e 's/^Depends:.*/Depends: nlohmann-json3-dev/' -e '/^Recommends:/d' \
            -e 's/^Version:.*/&+headers/' unpacked/DEBIAN/control
        dpkg-deb -b unpacked headers-only.deb
        dpkg -i headers-only.deb
    )
    local code=$?
    rm -rf "$folder"
    return "$code"
}

install_packages() {  # install_packages NAME...
    local name headers_only whole=() headers=()
    headers_only=$(listed_packages '[headers-only]')
    for name in "$@"; do
        case $'\n'$headers_only$'\n' in
            *$'\n'"$name"$'\n'*) headers+=("$name") ;;
            *) whole+=("$name") ;;
        esac
    done

    # The package index is fetched only where it is missing or so old that the mirror has moved
    # on: then a package cannot be located or its file is gone, and the second round gets it.
    local round code=1
    dpkg --configure -a  # finishes what an interrupted installation left half done
    for round in first second; do
        if [ "$round" = second ] || ! apt -s install "$@" >/dev/null 2>&1; then
            apt -o APT::Update::Error-Mode=any update
        fi
        code=0
        if [ ${#whole[@]} -gt 0 ]; then
            apt install "${whole[@]}" || code=1
        fi
        for name in "${headers[@]}"; do
            [ "$code" = 0 ] && { install_headers_only "$name" || code=1; }
        done
        [ "$code" = 0 ] && return 0
    done
    return "$code"
}

provide_packages() {
    if ! command -v dpkg-query >/dev/null; then
        command -v cmake >/dev/null && command -v ninja >/dev/null && return
        fail 2 "This is no Debian: install what tools/setup/packages.txt lists, then call again." \
            "本机不是 Debian 系统：请先安装 tools/setup/packages.txt 列出的软件，再重新运行。"
    fi
    local missing
    missing=$(missing_packages)
    [ -z "$missing" ] && return
    # shellcheck disable=SC2086  # one word per package is what we want
    set -- $missing

    if [ "$(id -u)" != 0 ]; then
        local command="apt-get install --no-install-recommends -y $*"
        [ -n "$(ls /var/lib/apt/lists/*_Packages* 2>/dev/null)" ] || command="apt-get update && $command"
        if command -v sudo >/dev/null; then command="sudo sh -c '$command'"; else command="su -c '$command'"; fi
        say "$# Debian packages are missing. Type this once, then call again:" \
            "缺少 $# 个 Debian 软件包。请先运行下面这条命令，然后重试："
        printf '\n    %s\n\n' "$command" >&2
        exit 2
    fi

    say "Installing $# Debian packages and what they need (a few minutes, once) ..." \
        "正在安装 $# 个 Debian 软件包及其依赖（只需一次，约几分钟）……"
    if ! install_packages "$@" >"$build/setup.log" 2>&1 </dev/null 9>&-; then
        log_end "$build/setup.log"
        fail 3 "The packages could not be installed: is there a network connection, and room on the disk?" \
            "软件包安装失败：请检查网络连接和磁盘空间。"
    fi
}

# ---- Build ------------------------------------------------------------------------------------

# As many compilers as there are processors, but only so many as fit into memory: the larger
# files need close to 1 GB, and a compiler that the system kills for memory helps nobody.
compile_jobs() {
    local processors megabytes limit
    processors=$(nproc)
    megabytes=$(($(sed -n 's/^MemAvailable: *\([0-9]*\) kB/\1/p' /proc/meminfo 2>/dev/null || true) / 1024))
    limit=$(cat /sys/fs/cgroup/memory.max 2>/dev/null)  # a container's own limit, in bytes
    case $limit in
        '' | max) ;;
        *) [ $((limit / 1048576)) -lt "$megabytes" ] && megabytes=$((limit / 1048576)) ;;
    esac
    local jobs=$((megabytes / 1000))
    [ "$jobs" -gt "$processors" ] && jobs=$processors
    [ "$jobs" -lt 1 ] && jobs=1
    printf '%s\n' "$jobs"
}

# Shows how far Ninja is, on one line of a terminal or as one plain line; nothing at all when
# there was nothing to do.
show_progress() {
    local line begun=
    while read -r line; do
        case $line in
            '[0/'* | '['*'Re-checking'*) ;;
            '['[0-9]*/[0-9]*']'*)
                if [ -z "$begun" ]; then
                    begun=yes
                    say "Building (a few minutes the first time) ..." "正在编译（首次约需几分钟）……"
                fi
                [ -t 2 ] && printf '\r%s ' "${line%%]*}]" >&2
                ;;
        esac
    done
    [ -n "$begun" ] && [ -t 2 ] && printf '\r\033[K' >&2
    return 0
}

build_targets() {  # build_targets [TARGET...]: everything when none is named
    cd "$root" || exit 3
    if [ ! -f "$build/build.ninja" ] ||
        ! grep -q -x -F "CMAKE_HOME_DIRECTORY:INTERNAL=$root" "$build/CMakeCache.txt" 2>/dev/null; then
        # --fresh: an earlier try may have failed half way, or the folder may have been moved.
        if ! cmake --fresh --preset release >"$build/build.log" 2>&1 </dev/null; then
            log_end "$build/build.log"
            fail 3 "CMake could not configure the build; the end of its output stands above." \
                "CMake 配置失败，输出的末尾见上。"
        fi
    fi

    local code
    # Ninja inherits the lock: where this script is killed, Ninja goes on for a while, and two
    # at once in one folder would spoil it.
    ninja -C "$build" -j "$(compile_jobs)" "$@" 2>&1 </dev/null |
        tee "$build/build.log" | show_progress
    code=${PIPESTATUS[0]}
    [ "$code" = 0 ] && return
    log_end "$build/build.log"
    if grep -q -i -e 'Killed signal' -e 'out of memory' -e 'cannot allocate memory' "$build/build.log"; then
        fail 3 "The compiler was stopped because memory ran out. About 1.5 GB must be free; close other programs and call again." \
            "内存不足，编译器被系统终止。至少需要约 1.5 GB 可用内存，请关闭其他程序后重试。"
    fi
    if grep -q -i 'no space left on device' "$build/build.log"; then
        fail 3 "The disk is full: the build needs about 500 MB in $build." \
            "磁盘已满：编译需要在 $build 中约 500 MB 的空间。"
    fi
    fail 3 "The build failed; the end of its output stands above, all of it in $build/build.log." \
        "编译失败，输出的末尾见上，完整记录在 $build/build.log。"
}

# ---- Both, once at a time ---------------------------------------------------------------------

program_is_up_to_date() {
    [ -x "$build/evac" ] && (
        cd "$root" &&
            [ -z "$(find CMakeLists.txt sim render tools scenarios/schema -newer "$build/evac" -print -quit 2>/dev/null)" ]
    )
}

# make_ready [TARGET...]: after it, the packages are there and the targets are up to date.
make_ready() {
    if ! mkdir -p "$build" 2>/dev/null || ! [ -w "$build" ]; then
        # Somebody else's folder: what its owner built may be used as it is.
        [ "$*" = evac ] && program_is_up_to_date && return
        fail 2 "$build cannot be written: copy the folder $root to a place that belongs to you and call from there." \
            "无法写入 $build：请把文件夹 $root 复制到您有写权限的位置，再从那里运行。"
    fi
    exec 9>"$build/.lock"
    if ! flock -n 9; then
        say "Another call is setting up or building; waiting for it ..." \
            "另一个命令正在安装或编译，正在等待……"
        flock 9
    fi
    provide_packages
    build_targets "$@"
    exec 9>&-
}
